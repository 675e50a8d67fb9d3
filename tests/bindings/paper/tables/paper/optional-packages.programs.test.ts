/** Packages of some formats are loaded for these alone. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('optional packages', () => {
  it('are loaded only for their formats', () => {
    const library = new URL('../../../../../dist/esm/', import.meta.url).href;
    const hooks = `export const load = (url, context, next) => {
      if (/node_modules\\/(docx|write-excel-file|vega|@resvg)/.test(url)) console.log(url);
      return next(url, context);
    };`;
    const program = `
      import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));
      const { ols } = await import('${library}index.js');
      const { regressionTable, renderTable, tableFormats } = await import('${library}report.js');
      const fit = await ols({ y: [1, 3, 2, 5], x: [1, 2, 3, 5] }, { formula: 'y ~ x' });
      const table = regressionTable([fit]);
      const files = ['docx', 'xlsx', 'pdf', 'png'];
      for (const one of tableFormats) if (!files.includes(one)) renderTable(table, one);
      console.log('written');`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('written\n');
  });
});
