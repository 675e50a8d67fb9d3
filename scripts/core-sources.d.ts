/** SHA-256 of the sources of the core and of its compiler options. */
export function coreSourcesHash(): string;
/** The same of the core with the kernels that tests call. */
export function kernelSourcesHash(): string;
