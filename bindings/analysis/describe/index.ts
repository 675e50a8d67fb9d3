export { correlate, type CorrelateOptions } from './correlate.js';
export { type DescribeOptions, descriptionOf } from './describe.js';
export type { PanelReportOptions } from './panel-report.js';
export type * from '../../results/describe/correlation.js';
export type * from '../../results/describe/description.js';
export type * from '../../results/describe/panel-report.js';
