/** What a report, an audit or a bundle may hold, in English. */
import { says } from '../../told.js';

export const labelsByName = says('flag-or-labels', 'true, false or labels by name');
export const starsOfReport = says(
  'stars-of-report',
  'true, false or a list of levels of significance of at most 0.2',
);
export const readerOfChunks = says('reader-of-chunks', 'a function that returns chunks');
export const printedTables = says('printed-tables', 'tables of texts as of readPrintedTables');
export const contentsOfFile = says(
  'contents-of-file',
  'the text of a file, or its bytes as a Uint8Array',
);
export const someBytes = says('bytes', 'bytes');
export const aMap = says('map', 'a Map');
export const mapOfFiles = says('map-of-files', 'a Map of files');
export const partsOfBundle = says('parts-of-bundle', 'facts, record, codebook, printed and files');
export const pathOfStudy = says('path-of-study', 'the path of the study file');
export const namesOfUnits = says('names-of-units', 'a list of the names of units');
export const codeToExplain = says('code-to-explain', 'the code of a warning, test or error');
