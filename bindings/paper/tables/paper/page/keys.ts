/** The keys of a table that say how it is set on a page. */
import * as v from 'valibot';
import { flag, keyed, listOf, oneOf, text, whole } from '../../../../core/arguments/arguments.js';
import type { Options } from '../../../../core/arguments/inferred.js';
import { expects } from '../../../../words/expects.js';
import * as wanted from '../../../../words/expectations/paper/tables.js';
import { aName, listOfNames } from '../../../../words/expectations/values.js';
import { longKinds, wideKinds } from './layout.js';

const color = v.pipe(
  v.string(expects(wanted.aColor())),
  v.regex(/^#[0-9a-fA-F]{6}$/, expects(wanted.aColor())),
);
/** Letters that no format reads as markup. */
const family = v.pipe(
  v.string(expects(wanted.aFontFamily())),
  v.regex(/^[A-Za-z0-9\u0080-\uffff -]+$/, expects(wanted.aFontFamily())),
);
const names = listOf(text(expects(aName())), expects(listOfNames()));

const conditions = ['starred', 'positive', 'negative'] as const;

const rule = v.strictObject({
  /** Terms, statistics or labels, or patterns such as `/^x/`; by default all rows. */
  rows: v.optional(names),
  /** Numbers of columns, from 1; by default all, with the labels. */
  columns: v.optional(v.array(whole(1))),
  /** Only cells with stars, or estimates of one sign. */
  when: Object.assign(v.optional(oneOf(conditions)), { words: conditions }),
  /** Whether the text is bold. */
  bold: v.optional(flag),
  /** Whether the text is italic. */
  italic: v.optional(flag),
  /** The colour of the text, `#rrggbb`. */
  color: v.optional(color),
  /** The colour behind it. */
  fill: v.optional(color),
});

const place = keyed(
  v.strictObject({
    /** The row before it. */
    after: v.optional(v.string()),
    /** The row after it. */
    before: v.optional(v.string()),
  }),
);

/** Schemas of these keys. */
export const pageSchemas = {
  /** A table wider than the page: `split`, `sideways`, `scale` or `whole`; default auto. */
  wide: oneOf(wideKinds),
  /** A table longer than a page: `pages`, with its headings on each, or `whole`; default auto. */
  long: oneOf(longKinds),
  /** Whether the table starts a page; default false, in Word true. */
  pageBreak: flag,
  /** Family and size of the letters. */
  font: keyed(
    v.strictObject({
      /** The name of the family, such as `Times New Roman`. */
      family: v.optional(family),
      /** Points, from 4 to 30. */
      size: v.optional(
        v.pipe(
          v.number(expects(wanted.points())),
          v.minValue(4, expects(wanted.points())),
          v.maxValue(30, expects(wanted.points())),
        ),
      ),
    }),
  ),
  /** Widths in characters. */
  widths: keyed(
    v.strictObject({
      /** Of the labels. */
      labels: v.optional(whole(1, 200)),
      /** Of each other column. */
      columns: v.optional(whole(1, 200)),
    }),
  ),
  /** Rules that make cells bold, italic or coloured; later rules count more. */
  styles: listOf(keyed(rule), expects(wanted.styleRules())),
  /** Headings among the rows, by text: the row before each, or `{before}` or `{after}`. */
  headings: keyed(
    v.record(v.string(), v.union([v.string(), place]), expects(wanted.headingsByText())),
  ),
};

/** The keys that tables of every kind have. */
export interface PageSpec extends Options<typeof pageSchemas> {}
