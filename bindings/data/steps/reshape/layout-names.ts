/** Layouts of statistical offices that `reshape` knows. */
export const layoutNames = ['worldbank', 'oecd', 'eurostat', 'imf', 'un'] as const;

export type LayoutName = (typeof layoutNames)[number];
