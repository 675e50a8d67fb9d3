/** Titles of the regressions behind instrumental variables. */
export const stageTitles = { first: 'First stage', reduced: 'Reduced form' } as const;

/** The part of a model that a title names; undefined for the title of a model. */
export function stageOfTitle(title: string | undefined): keyof typeof stageTitles | undefined {
  return (['first', 'reduced'] as const).find((part) => stageTitles[part] === title);
}
