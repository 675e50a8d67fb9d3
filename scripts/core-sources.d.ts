/** SHA-256 of the sources of the core and of the options of its compiler. */
export function coreSourcesHash(): string;
/** The same of the core with the kernels that tests call. */
export function kernelSourcesHash(): string;
