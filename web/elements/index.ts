/** Defines `<wasmetrics-model>` and `<wasmetrics-table>`. Where a server renders pages it does nothing. */
import { followLanguage } from './element.js';
import { ModelElement } from './model-element.js';
import { TableElement } from './table-element.js';

const elements = { 'wasmetrics-model': ModelElement, 'wasmetrics-table': TableElement };

if (typeof customElements !== 'undefined') {
  followLanguage();
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name) === undefined) customElements.define(name, element);
  }
}
