/** What every section of a report is written with. */
import { visibleLine } from '../../../words/text/visible.js';
import type { Language } from '../../tables/paper/index.js';
import { escapedHtml } from '../../../core/escapes/html.js';
import { printedColumns } from '../columns/printed.js';
import { vocabularyOf } from '../../../words/languages/index.js';
import { placeOf } from '../columns/words.js';
import type { StudyResult } from '../result.js';
import type { StudyHtmlOptions } from './options.js';
import type { ReportWords } from '../../../words/en/report.js';

export interface Page {
  readonly study: StudyResult;
  readonly language: Language;
  readonly words: ReportWords;
  readonly options: StudyHtmlOptions;
  /** The label of a column or a coefficient. */
  readonly label: (name: string) => string;
}

/** A part of the page with its heading; a section without content is left out. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly content: string;
  /** Entries of the table of contents below the heading. */
  readonly entries?: readonly Entry[];
}

export interface Entry {
  readonly id: string;
  readonly text: string;
}

/** Any text as HTML. */
export function html(text: string): string {
  return escapedHtml(visibleLine(text));
}

/** A text of several lines as HTML. */
export function htmlLines(text: string): string {
  return text.split('\n').map(html).join('\n');
}

/** The id of an element that stands for a part of the study, whatever the part is called. */
export function idOf(kind: 'table' | 'figure' | 'claim' | 'model' | 'index', name: string): string {
  const safe = name.replace(
    /[^A-Za-z0-9-]/g,
    (letter) => `_${letter.codePointAt(0)!.toString(16)}`,
  );
  return `${kind}-${safe}`;
}

/** Marks a report that is in English, in a language without words of reports. */
export function inEnglish({ language }: Page): string {
  const isWritten = language === 'en' || vocabularyOf(language).documents !== undefined;
  return isWritten ? '' : ' lang="en"';
}

/** A box that scrolls sideways by itself, so that the page does not. */
export function scrollBox(labelledBy: string, content: string): string {
  return `<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">\n${content}\n</div>`;
}

/** Text in which the names of columns open their models, and the names of tables and figures lead to them. */
export function withLinks(sentence: string, { study, language }: Page): string {
  const text = sentence.replace(/\bp ([<=>]) (?=[\d.])/g, 'p\u00a0$1\u00a0');
  const { place } = vocabularyOf(language).claims;
  const targets = new Map<string, (name: string) => string>();
  for (const id of Object.keys(study.figures)) targets.set(id, link('figure'));
  for (const id of Object.keys(study.tables)) targets.set(id, link('table'));
  for (const column of printedColumns(study)) {
    const open = (name: string) => modelButton(column.model, name);
    targets.set(column.id, open).set(place(placeOf(column, [column.column])), open);
  }
  const names = [...targets.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return html(text);
  const pattern = new RegExp(`(?<![\\w.])(?:${names.map(quoted).join('|')})(?![\\w]|\\.\\w)`, 'g');
  let end = 0;
  const parts: string[] = [];
  for (const match of text.matchAll(pattern)) {
    parts.push(html(text.slice(end, match.index)), targets.get(match[0])!(match[0]));
    end = match.index + match[0].length;
  }
  return parts.join('') + html(text.slice(end));
}

const quoted = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const link = (kind: 'table' | 'figure') => (name: string) =>
  `<a href="#${idOf(kind, name)}">${html(name)}</a>`;

/** The attributes of a button that opens a model. */
export function opens(id: string): string {
  return `popovertarget="${idOf('model', id)}"`;
}

export function modelButton(id: string, name: string): string {
  return `<button type="button" class="model" ${opens(id)}>${html(name)}</button>`;
}

/** What readers call a model: its printed columns, `T5 (1), (2)`. */
export function modelName(id: string, { study }: Page): string {
  const place = study.places.find((studyModel) => studyModel.id === id);
  if (place === undefined || place.columns.length === 0) return id;
  return `${place.table} ${place.columns.map((column) => `(${column})`).join(', ')}`;
}
