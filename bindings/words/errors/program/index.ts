/** The errors of programs on top of the library: the command line, the queue and the page. */
export * as parts from './parts.js';
export * as queue from './queue.js';
export * as stores from './stores.js';
