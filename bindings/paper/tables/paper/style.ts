/** The requirements of the styles of tables. */
export const tableStyles = ['aer', 'qje', 'three-line', 'plain'] as const;
export type Style = (typeof tableStyles)[number];

export interface StyleRules {
  readonly stars: boolean;
  /** Maximum columns on a page. */
  readonly mostColumns: number;
  /** True if rules separate the parts of the body. */
  readonly bodyRules: boolean;
  readonly thousands: string;
  /** True if the first note starts with the word for notes. */
  readonly namesNotes: boolean;
}

export const styleRules: Readonly<Record<Style, StyleRules>> = {
  aer: { stars: false, mostColumns: 9, bodyRules: true, thousands: ',', namesNotes: true },
  qje: { stars: true, mostColumns: 9, bodyRules: true, thousands: ',', namesNotes: true },
  'three-line': { stars: true, mostColumns: 8, bodyRules: false, thousands: '', namesNotes: true },
  plain: { stars: true, mostColumns: 10, bodyRules: true, thousands: ',', namesNotes: false },
};
