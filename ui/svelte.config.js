// Svelte as it is, with its explicit reactivity everywhere.
export default { compilerOptions: { runes: true } }
