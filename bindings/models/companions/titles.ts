/** What sentences about printed columns call an estimate; an estimator without titles here is called by the title itself. */
import type { EstimatorCode } from '../../words/places.js';
import { dpdTitles } from '../dpd/titles.js';
import { gmmTitles } from '../gmm/titles.js';
import { ivTitles } from '../iv/titles.js';
import { olsTitles } from '../ols/titles.js';
import { panelTitles } from '../panel/titles.js';

/** The code of an estimate with this title; undefined for other titles. */
export function codeOfTitle(title: string | undefined): EstimatorCode | undefined {
  const titles = [...dpdTitles, ...gmmTitles, ...ivTitles, ...olsTitles, ...panelTitles];
  return titles.find(([start]) => title?.startsWith(start))?.[1];
}
