export { checkText, type TextCheck, type TextFinding } from './check.js';
export type { NumberedStudy, NumberKind, StudyNumber, StudyNumbers } from './number.js';
export { numbersOf } from './numbers.js';
export { fillTemplate, type FillOptions, type ProseFormat, proseFormats } from './template.js';
export { writeJsonNumbers, writeLatexNumbers, writeTypstNumbers } from './writers.js';
