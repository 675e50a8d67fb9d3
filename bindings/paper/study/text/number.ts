/** Numbers of a study that prose can name. */
import type { ByName } from '../../../results/common.js';
import type { JudgedClaim, ModelPlace, StudyResult } from '../result.js';

/** The kind of a number, which determines its format; a label is a year or an order, without decimals or separators. */
export type NumberKind = 'estimate' | 'error' | 'statistic' | 'p' | 'count' | 'label' | 'text';

/** A number, or a word such as a verdict, with its name in the study. */
export interface StudyNumber {
  /** As the tables print it, without stars. */
  readonly text: string;
  /** In full precision; null for a word, and for a number that does not exist. */
  readonly value: number | null;
  readonly kind: NumberKind;
}

/** By name: `T4.2.Gov`, `T4.2.Gov.se`, `T5.2.ar[2].p`, `H1.verdict`. */
export type StudyNumbers = ByName<StudyNumber>;

/** The parts of a study that contain numbers. */
export type NumberedStudy = Pick<StudyResult, 'tables' | 'models' | 'comparisons'> & {
  readonly places: readonly ModelPlace[];
  readonly claims?: readonly JudgedClaim[];
} & Partial<Pick<StudyResult, 'splits' | 'columns'>>;

/** A name with its number. */
export type NamedNumber = readonly [name: string, number: StudyNumber];
