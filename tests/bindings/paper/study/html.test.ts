/** The page of a study as text; `tests/browser/study-report.test.ts` opens it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { studyHtml } from 'wasmetrics/study';
import { exampleStudy } from '../../../study-result.js';

type Example = Awaited<ReturnType<typeof exampleStudy>>;
let example: Example;
beforeAll(async () => {
  example = await exampleStudy();
});

const odd = '</script><img src=x onerror=alert(1)>"\'&\u202e';

describe('studyHtml', () => {
  it('is the same each time, loads nothing, and says its language', () => {
    const { study, options } = example;
    const page = studyHtml(study, options);
    expect(studyHtml(study, options)).toBe(page);
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/(?:src|href)="(?!#|data:)/);
    expect(studyHtml(study, { ...options, language: 'zh' })).toContain('<html lang="zh-Hans">');
  });

  it('opens the model of every number of a regression table', () => {
    const page = studyHtml(example.study, example.options);
    const table = /<section class="table" id="table-T5"[^]*?<\/table>/.exec(page)![0];
    const cells = table.match(/<td class="number"[^]*?<\/td>/g)!;
    expect(cells.length).toBeGreaterThan(40);
    for (const cell of cells) expect(cell).toMatch(/popovertarget="model-T5_2e[12]"/);
  });

  it('writes any text as text', () => {
    const { study, options } = example;
    const [claim] = study.claims;
    const page = studyHtml(
      {
        ...study,
        title: odd,
        tables: { [odd]: { ...study.tables['T3']!, title: odd, notes: [odd] } },
        claims: [{ ...claim!, id: odd, says: odd, claim: odd, reason: odd, changes: [odd] }],
        warnings: [{ code: odd as 'few-clusters', message: odd }],
        failed: [{ id: odd, error: { code: odd, message: odd } }],
      },
      { ...options, file: odd, data: odd, modelFiles: { 'T4.2': odd } },
    );
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202e');
    expect(page.match(/<\/script>/g)).toHaveLength(1);
  });

  it('shows the numbers of a figure that was not drawn', () => {
    const { study, options } = example;
    expect(studyHtml(study, { ...options, drawings: {} })).toContain('The figure was not drawn');
  });

  it('refuses what is no study, and a drawing that is no SVG', () => {
    expect(() => studyHtml({} as never)).toThrow('expected the result of a study');
    expect(() => studyHtml(example.study, { drawings: { F1: '<p>' } })).toThrow('SVG by figure');
  });
});
