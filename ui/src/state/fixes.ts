// The ways to mend a problem, the usual one first.
import type { Diagnostic, Fix } from '../wire'

export function fixesOf(problem: Diagnostic): Fix[] {
  return problem.fix ? [problem.fix, ...problem.other_fixes] : problem.other_fixes
}
