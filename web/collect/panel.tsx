/** A regression table of the models that were collected. */
import { useEffect } from 'preact/hooks';
import type { PaperCell, PaperTable as Table, TextFormat } from 'wasmetrics/report';
import { save } from '../components/save.js';
import { ask, EngineFailure } from '../engine/client.js';
import { collect, collected } from '../session/collected.js';
import { fit, fittedModel } from '../session/estimate.js';
import { asInput } from '../session/model.js';
import { openNumber } from '../session/number.js';
import { PaperTable } from '../tables/paper-table.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';
import { TableChoices } from './choices.js';
import { Columns } from './columns.js';
import { followTable, table, tableFailure } from './table-state.js';
import '../style/collect.css';

/** Formats by the ending of their files. */
const formats: Readonly<
  Record<string, readonly [TextFormat | 'docx', type: string, name: string]>
> = {
  tex: ['latex', 'text/x-tex', 'LaTeX'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word'],
  html: ['html', 'text/html', 'HTML'],
  csv: ['csv', 'text/csv', 'CSV'],
  md: ['markdown', 'text/markdown', 'Markdown'],
};

export default function TablePanel() {
  const say = words.value.collect;
  useEffect(followTable, []);
  const made = table.value;
  return (
    <section class="card" aria-labelledby="table-heading">
      <h2 id="table-heading">{say.table}</h2>
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={fit.value === undefined}
          onClick={() => collect(fittedModel.value)}
        >
          {say.add}
        </button>
        <span class="note" role="status">
          {say.collected(String(collected.value.length))}
        </span>
      </div>
      <Columns />
      {tableFailure.value !== undefined && (
        <p class="failure" role="alert">
          {spoken(tableFailure.value)}
        </p>
      )}
      {made !== undefined && (
        <>
          <PaperTable table={made} onOpen={(cell) => void openCell(cell)} />
          <TakeAway made={made} />
          <TableChoices />
        </>
      )}
    </section>
  );
}

/** Opens the model behind a number. */
async function openCell({ model: place, name }: PaperCell): Promise<void> {
  const column = collected.value[(place ?? 0) - 1];
  if (column === undefined) return;
  const { model } = column;
  const { fit: estimated } = await ask('fit', asInput(model));
  const isCoefficient = name !== undefined && name in estimated.params;
  openNumber({ fit: estimated, model, ...(isCoefficient && { coefficient: name }) });
}

function TakeAway({ made }: { readonly made: Table }) {
  const say = words.value.collect;
  async function take(ending: string): Promise<void> {
    const [format, type] = formats[ending]!;
    try {
      save(`table.${ending}`, await ask('renderTable', { table: made, format }), type);
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      tableFailure.value = error.failure;
    }
  }
  return (
    <div class="row" role="group" aria-label={say.takeAway}>
      {Object.entries(formats).map(([ending, [, , name]]) => (
        <button
          key={ending}
          type="button"
          class="small"
          aria-label={say.save(name)}
          onClick={() => void take(ending)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
