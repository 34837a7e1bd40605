// The icons of the window, from Tabler (MIT): only those that are used.
import alert from '@tabler/icons/outline/alert-triangle.svg?raw'
import arrowBackUp from '@tabler/icons/outline/arrow-back-up.svg?raw'
import arrowForwardUp from '@tabler/icons/outline/arrow-forward-up.svg?raw'
import blockquote from '@tabler/icons/outline/blockquote.svg?raw'
import bold from '@tabler/icons/outline/bold.svg?raw'
import bulb from '@tabler/icons/outline/bulb.svg?raw'
import calendar from '@tabler/icons/outline/calendar.svg?raw'
import check from '@tabler/icons/outline/check.svg?raw'
import chevronDown from '@tabler/icons/outline/chevron-down.svg?raw'
import chevronLeft from '@tabler/icons/outline/chevron-left.svg?raw'
import chevronRight from '@tabler/icons/outline/chevron-right.svg?raw'
import chevronUp from '@tabler/icons/outline/chevron-up.svg?raw'
import copy from '@tabler/icons/outline/copy.svg?raw'
import error from '@tabler/icons/outline/exclamation-circle.svg?raw'
import eyeOff from '@tabler/icons/outline/eye-off.svg?raw'
import file from '@tabler/icons/outline/file-text.svg?raw'
import filePlus from '@tabler/icons/outline/file-plus.svg?raw'
import folder from '@tabler/icons/outline/folder-open.svg?raw'
import heading from '@tabler/icons/outline/heading.svg?raw'
import info from '@tabler/icons/outline/info-circle.svg?raw'
import italic from '@tabler/icons/outline/italic.svg?raw'
import link from '@tabler/icons/outline/link.svg?raw'
import list from '@tabler/icons/outline/list.svg?raw'
import listNumbers from '@tabler/icons/outline/list-numbers.svg?raw'
import minus from '@tabler/icons/outline/minus.svg?raw'
import note from '@tabler/icons/outline/superscript.svg?raw'
import plus from '@tabler/icons/outline/plus.svg?raw'
import columns from '@tabler/icons/outline/columns-2.svg?raw'
import fileImport from '@tabler/icons/outline/file-import.svg?raw'
import fileExport from '@tabler/icons/outline/file-export.svg?raw'
import search from '@tabler/icons/outline/search.svg?raw'
import square from '@tabler/icons/outline/square.svg?raw'
import table from '@tabler/icons/outline/table.svg?raw'
import trash from '@tabler/icons/outline/trash.svg?raw'
import fitHeight from '@tabler/icons/outline/arrow-autofit-height.svg?raw'
import fitWidth from '@tabler/icons/outline/arrow-autofit-width.svg?raw'
import world from '@tabler/icons/outline/world.svg?raw'
import x from '@tabler/icons/outline/x.svg?raw'

export const icons = {
  alert,
  arrowBackUp,
  arrowForwardUp,
  blockquote,
  bold,
  bulb,
  calendar,
  check,
  chevronDown,
  chevronLeft,
  chevronRight,
  chevronUp,
  copy,
  error,
  eyeOff,
  file,
  filePlus,
  fileImport,
  columns,
  fileExport,
  folder,
  heading,
  info,
  italic,
  link,
  list,
  listNumbers,
  minus,
  note,
  plus,
  search,
  square,
  table,
  trash,
  fitHeight,
  fitWidth,
  world,
  x,
}

/** The name of an icon. */
export type IconName = keyof typeof icons

/** The icon of a severity. */
export const severityIcon = { fout: 'error', 'let-op': 'alert', tip: 'bulb' } as const
