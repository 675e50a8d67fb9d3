/** Options that tables of Stata share. */
import type { TableKeys } from '../../study/table.js';
import { type NameOf, stataTerm } from '../../study/terms.js';
import { quotedWords, wordsOf } from './parts.js';
import type { Stored } from './stored.js';
import { tableOption } from '../../../words/errors/interchange/tables.js';
import type { Told } from '../../../words/told.js';

/** What a do-file has when it prints a table. */
export interface Printed {
  readonly stored: Stored;
  readonly nameOf: NameOf;
  readonly labels: Readonly<Record<string, string>>;
  readonly line: number;
}

export interface Site extends Printed {
  readonly models: readonly number[];
  readonly options: ReadonlyMap<string, string>;
  /** What an option has in its parentheses, each time it is given. */
  readonly all: (name: string) => readonly string[];
  readonly lacking: Told[];
}

/** Options that change how a table looks in its file, or nothing. */
const plain =
  /^(?:replace|append|tex|rtf|csv|html|md|word|excel|booktabs|compress|nogaps|gaps|fragment|varwidth|modelwidth|width|alignment|style|page|unstack|noabbrev|abbrev|nonumbers?|numbers?|nodepvars?|depvars?|nomtitles?|obslast|noobs|label|parentheses|nopa|wrap|interaction|nobaselevels|noomitted|collabels|nolines|lines|prehead|posthead|prefoot|postfoot|legend|long|wide|showstars|showstarsnote|column|eqlabels|nonotes|noconstant|nocons|plain|nolabel|title|estimates|export|nocenter|center|type|plain|br|paren|noparen|bracket|noaster|beqlabels|noparentheses|longtable|onecell|nobrackets|brackets|show|noisily|nonote)$/;

/** Names each option that is not translated. */
export function lackingOf({ options, lacking }: Site, read: RegExp): void {
  for (const name of options.keys()) {
    if (!read.test(name) && !plain.test(name)) lacking.push(tableOption({ name }));
  }
}

/** Names an option whose value is not translated. */
export function losing({ lacking }: Site, name: string): void {
  lacking.push(tableOption({ name }));
}

/** `level(90)` of intervals. */
export function levelOf(site: Site): Pick<TableKeys, 'level'> {
  const text = site.options.get('level');
  if (text === undefined) return {};
  const level = Number(text) / 100;
  if (level > 0 && level < 1) return { level };
  losing(site, 'level');
  return {};
}

export function titleOf(options: ReadonlyMap<string, string>): Pick<TableKeys, 'title'> {
  const [title] = quotedWords(options.get('title') ?? '');
  return title === undefined ? {} : { title };
}

/** `keep()`, `drop()`, `order()` and `indicate()`. */
export function termsOf(
  { options }: Site,
  nameOf: NameOf,
): Pick<TableKeys, 'keep' | 'drop' | 'fold' | 'yesNo'> {
  const terms = (name: string) =>
    wordsOf((options.get(name) ?? '').replace(/,[^]*$/, '')).map((term) => stataTerm(term, nameOf));
  const [keep, drop, order] = [
    terms('keep'),
    terms('drop'),
    [...terms('order'), ...terms('sortvar')],
  ];
  const hides = options.has('noconstant') || options.has('nocons') ? ['_cons'] : [];
  const first = order.filter((term) => keep.length === 0 || keep.includes(term));
  const all =
    order.length === 0
      ? keep
      : [...first, ...(keep.length === 0 ? ['/./'] : keep.filter((term) => !first.includes(term)))];
  const gone = [...drop, ...hides.filter(() => keep.length === 0)];
  const indicated = options.get('indicate') ?? '';
  const [yes, no] = quotedWords(/,\s*labels\s*\(([^]*)\)\s*$/.exec(indicated)?.[1] ?? '');
  const folded = quotedWords(indicated.replace(/,\s*labels[^]*$/, '')).flatMap((text) => {
    const [, label, list] = /^([^=]*?)\s*=\s*([^]*)$/.exec(text) ?? [];
    return label === undefined
      ? []
      : [[label, wordsOf(list).map((term) => stataTerm(term, nameOf))] as const];
  });
  return {
    ...(all.length === 0 ? {} : { keep: all }),
    ...(gone.length === 0 ? {} : { drop: gone }),
    ...(folded.length === 0 ? {} : { fold: Object.fromEntries(folded) }),
    ...(yes === undefined ? {} : { yesNo: [yes, no ?? ''] as const }),
  };
}

/** Labels of the do-file under `label`, and those of `coeflabels()`. */
export function labelsOf({ options, nameOf, labels }: Site): Pick<TableKeys, 'labels'> {
  const listed = ['coeflabels', 'coeflabel', 'varlabels']
    .map((name) => options.get(name) ?? '')
    .join(' ');
  const words = quotedWords(listed.replace(/,\s*\w[^]*$/, ''));
  const pairs = words.flatMap((word, i) =>
    i % 2 === 0 && words[i + 1] !== undefined
      ? [[stataTerm(word, nameOf), words[i + 1]!] as const]
      : [],
  );
  const ofColumns = options.has('label')
    ? Object.entries(labels).map(([name, label]) => [nameOf(name), label] as const)
    : [];
  const all = [...ofColumns, ...pairs];
  return all.length === 0 ? {} : { labels: Object.fromEntries(all) };
}

export function notesOf(options: ReadonlyMap<string, string>): Pick<TableKeys, 'notes'> {
  const texts = ['addnotes', 'addnote', 'note', 'notes'].flatMap((name) =>
    quotedWords(options.get(name) ?? ''),
  );
  if (options.has('nonotes')) return { notes: texts };
  return texts.length === 0 ? {} : { notes: ['auto', ...texts] };
}
