/** The tables of the study; each number opens its model. */
import { withGroupNames } from '../../../tables/group-names.js';
import { partOf } from '../../columns/parts.js';
import { documentFor } from '../../report-text.js';
import type { GroupComparison } from '../../../../results/groups.js';
import { visibleTable } from '../../../tables/paper/render.js';
import type { PaperCell, PaperTable } from '../../../tables/paper/index.js';
import { paperHtml } from '../../../tables/paper/writers/html.js';
import type { StudyModel } from '../../result.js';
import { documentHtml } from '../document-html.js';
import {
  html,
  idOf,
  inEnglish,
  modelButton,
  modelName,
  opens,
  type Page,
  scrollBox,
  type Section,
} from '../page.js';

export function tablesSection(page: Page): Section {
  const { study, words } = page;
  const tables = Object.entries(study.tables);
  return {
    id: 'tables',
    heading: words.tables,
    content: tables.map(([id, table]) => tableHtml(id, table, page)).join('\n'),
    entries: tables.map(([id, { title = '' }]) => ({
      id: idOf('table', id),
      text: `${id} ${title}`.trim(),
    })),
  };
}

function tableHtml(id: string, table: PaperTable, page: Page): string {
  const { study, words } = page;
  const place = idOf('table', id);
  const heading = `${place}-name`;
  const places = study.places.filter((studyModel) => studyModel.table === id);
  const models = places
    .map((studyModel) => modelButton(studyModel.id, modelName(studyModel.id, page)))
    .join(' ');
  const comparisons = study.comparisons[id] ?? [];
  return [
    `<section class="table" id="${place}" aria-labelledby="${heading}">`,
    table.title === undefined
      ? `<h3 id="${heading}"><span class="name alone">${html(id)}</span></h3>`
      : `<h3 id="${heading}"><span class="name">${html(id)}</span> ${html(table.title)}</h3>`,
    shownTable(table, heading, numbersOf(table, places)),
    models === '' ? '' : `<p class="models">${html(words.models)}${words.colon}${models}</p>`,
    comparisons.length === 0 ? '' : comparisonsHtml(comparisons, heading, page),
    '</section>',
  ].join('\n');
}

/** The models behind the columns of a table. A cell refers to its model by number if a column has several. */
export function shownTable(table: PaperTable, labelledBy: string, buttons: Buttons = {}): string {
  const shown = visibleTable(table);
  const written = paperHtml(shown, {
    sources: false,
    aligned: true,
    notes: false,

    ...buttons,
  });
  const columns = table.head[0]!.length - 1;
  const size = columns > 10 ? ' many' : columns > 6 ? ' some' : '';
  const box = scrollBox(labelledBy, written).replace('class="scroll"', `class="scroll${size}"`);
  const notes = shown.notes.map((note) => `<p>${html(note)}</p>`).join('');
  return box + (notes === '' ? '' : `\n<div class="notes">${notes}</div>`);
}

type Buttons = Pick<NonNullable<Parameters<typeof paperHtml>[1]>, 'button' | 'headButton'>;

/** The models behind the columns of a table. A cell names its model by number where columns hold several. */
function numbersOf({ sources = [] }: PaperTable, places: readonly StudyModel[]): Buttons {
  const firsts = [...new Set(sources.map(({ column }) => column))];
  const inColumn = (column: number) => {
    const first = Math.max(...firsts.filter((one) => one <= column));
    const models = sources.filter((source) => source.column === first).map(({ model }) => model);
    return [...new Set(models)].flatMap((model) => places[model - 1] ?? []);
  };
  const modelOf = ({ column, model }: PaperCell) => {
    const candidates = inColumn(column);
    const place = model === undefined ? undefined : places[model - 1];
    return candidates.length > 1 ? (place ?? candidates[0]) : candidates[0];
  };
  return {
    button: (cell) => {
      const model = cell.value === undefined ? undefined : modelOf(cell);
      return model && `${opens(model.id)} tabindex="-1"`;
    },
    headButton: (column) => {
      const [model, ...others] = inColumn(column);
      return model && others.length === 0 ? opens(model.id) : undefined;
    },
  };
}

function comparisonsHtml(
  comparisons: readonly GroupComparison[],
  heading: string,
  page: Page,
): string {
  const parts = comparisons.map((comparison, i) => {
    const named = withGroupNames(comparison, partOf(page.study.splits, page.language));
    const document = documentFor(named, page.language, page.label);
    const name = `${heading}-difference-${i + 1}`;
    return `<h4 id="${name}"${inEnglish(page)}>${html(document.title)}</h4><div${inEnglish(page)}>${documentHtml(document, name)}</div>`;
  });
  return `<details class="comparison"><summary>${html(page.words.difference)}</summary>${parts.join('\n')}</details>`;
}
