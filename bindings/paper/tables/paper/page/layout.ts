/** What an author decides about the page of a table. */

/** What becomes of a table that is wider than the page. */
export const wideKinds = ['auto', 'split', 'sideways', 'scale', 'whole'] as const;
/** What becomes of a table that is longer than a page. */
export const longKinds = ['auto', 'pages', 'whole'] as const;

export interface PageLayout {
  readonly wide?: (typeof wideKinds)[number];
  readonly long?: (typeof longKinds)[number];
  /** Whether the table starts a page. */
  readonly pageBreak?: boolean;
  /** Family, and size in points. */
  readonly font?: { readonly family?: string; readonly size?: number };
  /** Widths in characters, of the labels and of each other column. */
  readonly widths?: { readonly labels?: number; readonly columns?: number };
}

/** How a row, a cell or a column is set; colours are `#rrggbb`. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
}
