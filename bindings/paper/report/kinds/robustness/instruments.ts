/** A report on instruments: the verdict, then the estimates with other windows and without each group. */
import { groupPhrase } from '../../../../words/instrument-groups.js';
import { type Failure, isFailure } from '../../../../core/jobs/failures.js';
import type {
  InstrumentReport,
  Variant,
} from '../../../../analysis/sensitivity/instruments/result.js';
import {
  empty,
  facts,
  left,
  legend,
  maybe,
  number,
  right,
  rightNamed,
  rights,
  table,
  text,
  verbatim,
  warnings,
  words,
} from '../../../tables/blocks.js';
import { inWords } from '../../../tables/in-words.js';
import { fitsPage } from '../../../tables/writers/layout.js';
import type { Cell, Document, TableRow, TableBlock } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { columnFormat, pValue, short, statistic } from '../../../../words/text/format.js';
import { fixed } from '../../../../words/text/rounding.js';
import { countWords, emptyColumnWords } from '../../words/instruments.js';
import { failure, plural, type Said, say, type Saying, titled } from '../../../../words/phrase.js';

/** The coefficients of a table, and whether there is room for columns that follow from others. */
interface Room {
  readonly most: number;
  readonly wide: boolean;
}

/** Maximum coefficients on a page; fewer if their names are long. */
const MOST = 4;
const file: Room = { most: Infinity, wide: true };

export function instrumentsDocument(report: InstrumentReport): Document {
  const { title, depvar, count: instrumentCount, verdict, bounds } = report;
  const { columns, rank, units, ratio } = instrumentCount;
  const number = say(
    '{} for {}, {} per unit',
    countWords(columns, rank),
    plural(units, 'unit'),
    short(ratio),
  );
  const page = pageRoom(report);
  const groups = groupTable(report, page);
  return {
    kind: 'instruments',
    title: say('Instruments of the model of {} ({})', depvar, titled(title)),
    blocks: [
      ...facts([
        ['instruments', say('{}{}', number, emptyColumnWords(instrumentCount))],
        ['concern', say(verdict.grade)],
      ]),
      ...text(verdictSaid(report)),
      ...windowTable(report, page),
      ...(bounds === null
        ? []
        : legend(
            say(
              'position: 0 if {} equals its within estimate, 1 if it equals that of pooled least squares',
              bounds.coefficient,
            ),
          )),
      ...groups,
      ...(groups.length === 0
        ? []
        : legend('coefficients: change from the estimate of the model, in its standard errors')),
      ...legend(...shownWords(page.most, Object.keys(report.own.params).length)),
      ...warnings(failedVariants(report)),
    ],
  };
}

const verdictSaid = ({ verdict: { words: reason, told } }: InstrumentReport): Saying =>
  told ?? say('{}@one', reason);

/** As many coefficients as fit in both tables, at least one. */
function pageRoom(report: InstrumentReport): Room {
  const rooms = Array.from({ length: MOST }, (_, i): Room => ({ most: MOST - i, wide: false }));
  const fits = (room: Room) =>
    [...windowTable(report, room), ...groupTable(report, room)].every((block) =>
      fitsPage(inWords(block)),
    );
  return rooms.find(fits) ?? rooms.at(-1)!;
}

const shownWords = (most: number, coefficients: number): Said[] =>
  most < coefficients
    ? [say('the first {} of {} coefficients; JSON has all', most, coefficients)]
    : [];

/** The tables with all coefficients, for the CSV. */
export function instrumentsData(report: InstrumentReport): TableBlock[] {
  return [...windowTable(report, file), ...groupTable(report, file)];
}

/** The first `most` coefficients, always including the one in the verdict. */
function shownNames(
  { own: model, bounds }: Pick<InstrumentReport, 'own' | 'bounds'>,
  most: number,
): string[] {
  const names = Object.keys(model.params);
  const first = names.slice(0, most);
  if (bounds === null || first.includes(bounds.coefficient)) return first;
  return [...first.slice(0, -1), bounds.coefficient];
}

/** The estimates with other windows, those of the model first. */
function windowTable(report: InstrumentReport, room: Room): TableBlock[] {
  const { windows, own: model, bounds } = report;
  const names = shownNames({ own: model, bounds }, room.most);
  const estimated = windows.flatMap(({ outcome }) => (isFailure(outcome) ? [] : [outcome]));
  const formats = names.map((name) =>
    columnFormat([model, ...estimated].map(({ params }) => params[name] ?? 0)),
  );
  const cells = (variant: Variant) => [
    ...testCells(variant, room),
    ...names.map((name, j) => number(variant.params[name] ?? NaN, formats[j]!)),
    ...(bounds === null ? [] : [maybe(variant.position, (x) => fixed(x, 2))]),
  ];
  const row = (window: readonly Cell[], outcome: Variant | Failure): TableRow => ({
    cells: [...window, ...(isFailure(outcome) ? [words('failed')] : cells(outcome))],
  });
  const columns = [
    left('lags'),
    ...(room.wide ? [left('collapsed')] : []),
    ...testHeadings(room),
    ...names.map(rightNamed),
    ...(bounds === null ? [] : [right('position')]),
  ];
  const written = [words('as written'), ...(room.wide ? [empty] : [])];
  const rows = windows.map(({ lags, collapse, outcome }) =>
    row(windowCells(lags, collapse, room), outcome),
  );
  return table('Other windows', columns, [row(written, model), ...rows]);
}

function windowCells(lags: number, collapse: boolean, { wide }: Room): Cell[] {
  if (wide) return [number(lags, String), words(collapse ? 'yes' : 'no')];
  return [collapse ? words(say('{}, collapsed', lags)) : verbatim(String(lags))];
}

/** The estimates without each group of instruments. */
function groupTable({ groups, own: model, bounds }: InstrumentReport, room: Room): TableBlock[] {
  const names = shownNames({ own: model, bounds }, room.most);
  const rows = groups.map(({ group, outcome }): TableRow => {
    if (isFailure(outcome)) return { cells: [{ text: groupPhrase(group) }, words('failed')] };
    const shifts = names.map((name) => maybe(outcome.shifts[name], (x) => fixed(x, 2)));
    return { cells: [{ text: groupPhrase(group) }, ...testCells(outcome, room), ...shifts] };
  });
  const columns = [
    left('without'),
    ...testHeadings(room),
    ...names.map((name) => (room.wide ? right(say('shift {}', name)) : rightNamed(name))),
  ];
  return table('Without a group', columns, rows);
}

const testHeadings = ({ wide }: Room) =>
  rights('rank', ...(wide ? (['per unit'] as const) : []), 'J', 'df', 'p');

function testCells({ rank, ratio, hansen }: Variant, room: Room): Cell[] {
  const { stat, pValue: p } = hansen;
  const df = hansen.stat === null ? undefined : (hansen.df as number);
  return [
    number(rank, count),
    ...(room.wide ? [number(ratio, (x) => fixed(x, 2))] : []),
    maybe(stat, statistic),
    maybe(df, String),
    maybe(p, pValue),
  ];
}

/** Windows and groups without an estimate, with the reason. */
function failedVariants({ windows, groups }: InstrumentReport): Said[] {
  const named = [
    ...windows.map(({ lags, collapse, outcome }) => ({
      what: say('windows of {}{}', plural(lags, 'lag'), collapse ? say(', collapsed') : ''),
      outcome,
    })),
    ...groups.map(({ group, outcome }) => ({
      what: say('without {}', groupPhrase(group)),
      outcome,
    })),
  ];
  return named.flatMap(({ what, outcome }) =>
    isFailure(outcome) ? [say('{}: {}', what, failure(outcome))] : [],
  );
}
