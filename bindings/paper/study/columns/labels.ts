/** What sentences of a study call columns and coefficients: as its tables do. */
import { namesOf } from '../../figures/names.js';
import type { StudyResult } from '../result.js';

type LabelledStudy = Pick<StudyResult, 'models' | 'labels' | 'language'>;

/** What gives the label of a name; names stay as they are if neither the study nor its data have labels. */
export function labelOf({ labels = {}, language, models }: LabelledStudy) {
  const data = Object.values(models).flatMap((fit) => fit.labels ?? []);
  const hasLabels = data.length > 0 || Object.keys(labels).length > 0;
  return hasLabels ? namesOf({ labels, language }, data).term : (name: string) => name;
}
