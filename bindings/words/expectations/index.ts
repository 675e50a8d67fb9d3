/** The expectations of all families in English, for the types of other languages and for tests. */
export * as studies from './paper/studies.js';
export * as values from './values.js';
export * as data from './data.js';
