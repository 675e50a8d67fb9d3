/** Questions about studies. */
import type { StudyInput, StudyResult } from 'wasmetrics/study';
import type { Source } from './tables.js';

/** A study as it is written: plain values, which the engine checks. */
export type WrittenStudy = Readonly<Record<string, unknown>>;

export interface StudyFiles {
  /** The study file. */
  readonly text: string;
  /** The data that it names. */
  readonly files: readonly Source[];
}

/** What is asked of a study each time a choice moves. */
export interface StudyRun {
  readonly study: WrittenStudy;
  /** Tables and figures to make; all of them if absent. */
  readonly only?: readonly string[];
}

/** The parts of a result that are read: no residuals, no covariance matrices. */
export type ReadStudy = Pick<
  StudyResult,
  'title' | 'labels' | 'tables' | 'claims' | 'failed' | 'warnings' | 'columns'
> & { readonly duration: number };

export interface OpenedStudy {
  readonly study: WrittenStudy;
  /** First and last period of the data, if periods are numbers. */
  readonly periods?: readonly [first: number, last: number] | undefined;
}

export interface StudyQuestions {
  /** Reads a study file and keeps the files that it names. */
  openStudy: { asks: StudyFiles; answer: OpenedStudy };
  /** The report of the whole study as one HTML file. */
  studyReport: { asks: WrittenStudy; answer: string };
  /** The study, its data and its report as a ZIP archive. */
  studyArchive: { asks: WrittenStudy; answer: Uint8Array };
  study: { asks: StudyRun; answer: ReadStudy };
}

export type { StudyInput };
