/** `summarize`, `tabstat` and `correlate` as tables of a study. */
import { groupedBy, optionMap, partsOf, wordsOf } from './parts.js';

/** Statistics of tabstat by the names of a study. */
const statistics: Readonly<Record<string, string>> = {
  n: 'n',
  count: 'n',
  mean: 'mean',
  sd: 'sd',
  min: 'min',
  max: 'max',
  p25: 'p25',
  p50: 'median',
  median: 'median',
  p75: 'p75',
  skewness: 'skewness',
};

export interface Summary {
  readonly keys: Readonly<Record<string, unknown>>;
  /** The columns that it describes. */
  readonly columns: readonly string[];
  /** The column of its groups. */
  readonly by?: string | undefined;
  /** The condition of its rows. */
  readonly condition?: string | undefined;
}

const heads =
  /^(?:estpost\s+)?(su(?:m(?:m(?:a(?:r(?:i(?:ze?)?)?)?)?)?)?|tabstat|cor(?:r(?:e(?:l(?:a(?:te?)?)?)?)?)?|pwcorr)\s+/;

/** The table of a statement; undefined for another statement, and for all columns of the data. */
export function summaryTable(text: string): Summary | undefined {
  const grouped = groupedBy(text);
  if (grouped !== undefined) {
    const table = summaryTable(grouped.command);
    return table !== undefined && 'describe' in table.keys
      ? { ...table, by: grouped.by }
      : undefined;
  }
  const [whole, command] = heads.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const { body, condition, options } = partsOf(text.slice(whole.length));
  const columns = wordsOf(body);
  if (columns.length === 0 || columns.some((name) => !/^[A-Za-z_]\w*$/.test(name)))
    return undefined;
  const given = optionMap(options);
  const base = { columns, condition };
  if (/^(?:cor|pwcorr)/.test(command!)) {
    if (columns.length < 2) return undefined;
    const level = Number(given.get('star'));
    const stars = level > 0 && level <= 0.2 ? { stars: { '*': level } } : { stars: false };
    return {
      ...base,
      keys: { correlate: columns, ...stars, ...(command === 'pwcorr' ? {} : { listwise: true }) },
    };
  }
  const groups = wordsOf(given.get('by'));
  if (groups.length > 1) return undefined;
  return { ...base, by: groups[0], keys: { describe: columns, stats: statsOf(command!, given) } };
}

function statsOf(command: string, given: ReadonlyMap<string, string>): string[] {
  const listed = wordsOf(
    given.get('statistics') ?? given.get('stats') ?? given.get('stat') ?? given.get('s'),
  );
  const known = listed.flatMap((word) => statistics[word.toLowerCase()] ?? []);
  if (known.length > 0) return known;
  const detail = given.has('detail') || given.has('d') ? ['p25', 'median', 'p75'] : [];
  return command === 'tabstat' ? ['mean'] : ['n', 'mean', 'sd', 'min', ...detail, 'max'];
}
