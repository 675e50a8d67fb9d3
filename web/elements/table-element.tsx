/** `<wasmetrics-table>`: a table of a study, made in the page. */
import { signal } from '@preact/signals';
import type { PaperTable as Table } from 'wasmetrics/report';
import { PaperTable } from '../tables/paper-table.js';
import { language } from '../words/words.js';
import { refusal, ResultElement } from './element.js';
import { ask } from './engine.js';
import { Frame, Notes } from './frame.js';
import { count } from '../words/numbers.js';
import type { WasmetricsTableElement } from './types.js';
import { said } from '../words/elements.js';
import type { MadeTable, TableProgress } from './worker/questions.js';

export class TableElement extends ResultElement<MadeTable> implements WasmetricsTableElement {
  static readonly observedAttributes = ['src'];

  protected readonly settable = ['src'];
  readonly progress = signal<TableProgress | undefined>(undefined);

  get result(): Table | undefined {
    return this.shown.value?.table;
  }

  protected view() {
    return <TableView element={this} />;
  }

  protected async open(stop: AbortSignal): Promise<void> {
    this.progress.value = undefined;
    const src = this.addressIn('src');
    const name = decodeURIComponent(src?.replace(/^[^#]*#?/, '') ?? '');
    if (src === undefined) return this.refuse(refusal('missing-attribute', { attribute: 'src' }));
    const onProgress = (progress: TableProgress) => {
      if (!stop.aborted) this.progress.value = progress;
    };
    const asked = { src: src.replace(/#.*/, ''), name, language: language.value };
    const made = await ask('table', asked, { signal: stop, onProgress });
    if (!stop.aborted) this.show(made, made.table);
  }
}

function TableView({ element }: { readonly element: TableElement }) {
  const { making, madeOf } = said.value;
  const { value: made } = element.shown;
  const { value: progress } = element.progress;
  const { id = '', done = 0, total = 0 } = progress ?? {};
  return (
    <Frame element={element} waiting={total > 1 ? madeOf(id, count(done), count(total)) : making}>
      {made !== undefined && (
        <>
          <div part="table">
            <PaperTable table={made.table} />
          </div>
          <Notes warnings={made.warnings} />
        </>
      )}
    </Frame>
  );
}
