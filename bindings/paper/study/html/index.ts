export { studyHtml } from './study-html.js';
export type { StudyHtmlOptions } from './options.js';
