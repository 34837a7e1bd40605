// Vite's own types: imports of files as text.
/// <reference types="vite/client" />
