/** The report of a study as one HTML file. Figures that the page cannot draw show their numbers. */
import { renderFigure } from 'wasmetrics/report';
import { studyHtml, type StudyResult } from 'wasmetrics/study';

export async function reportOf(study: StudyResult): Promise<string> {
  const drawings: Record<string, string> = {};
  for (const [name, figure] of Object.entries(study.figures)) {
    if (figure.svg !== undefined) drawings[name] = await renderFigure(figure, 'svg');
  }
  return studyHtml(study, { drawings });
}
