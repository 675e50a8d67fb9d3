/** The style of the elements, which a policy against inline styles allows: a sheet that a script makes. */
import controls from '../style/controls.css?inline';
import results from '../style/results.css?inline';
import tables from '../style/tables.css?inline';
import theme from '../style/theme.css?inline';
import own from './elements.css?inline';

let sheet: CSSStyleSheet | undefined;

export function styleSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync([theme, controls, results, tables, own].join('\n'));
  }
  return sheet;
}
