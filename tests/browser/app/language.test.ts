/** The page in Chinese: also the sentences of the library, which follow a change of the language. */
import { expect, test } from 'vitest';
import { visit } from '../visit.js';
import { address, firstNumber } from './first-estimate.js';

const visits = visit();
const chinese = /\p{Script=Han}/u;

test('failures, warnings, reports and faults of a text are Chinese, and follow the language', async () => {
  const page = await visits.open(address, { locale: 'zh-CN' });
  page.setDefaultTimeout(20_000);
  await firstNumber(page);
  await page.getByRole('button', { name: '建模', exact: true }).click();
  await page.getByRole('heading', { name: '系统GMM', exact: true }).waitFor();
  await page.getByText('完整报告').click();
  await page.getByText('两步Windmeijer修正标准误，聚类到id').waitFor();

  await page.getByRole('tab', { name: '检查', exact: true }).click();
  await page.getByRole('button', { name: '逐一剔除', exact: true }).click();
  await page.getByText(/剔除id 114使L1\.n上升1\.17个标准误/).waitFor();

  const formula = page.getByRole('textbox', { name: '公式' });
  await formula.fill('n ~ L.n + kk');
  const unknown = page.locator('.failure', { hasText: 'kk' }).first();
  await expect.poll(() => unknown.textContent()).toMatch(chinese);
  expect(await unknown.textContent()).not.toContain('unknown column');

  await page.getByRole('tab', { name: '文本', exact: true }).click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\niv: "a');
  await page
    .getByText(/^\d+:\d+ \p{Script=Han}/u)
    .first()
    .waitFor();

  // "省份" in GB18030 above numbers.
  const bytes = Buffer.from('cac1b7dd2c780ab9e3b6ab2c310a', 'hex');
  await page.getByLabel('打开文件').setInputFiles({ name: 'gb.csv', mimeType: '', buffer: bytes });
  const refused = page.getByRole('alert').filter({ hasText: 'encoding' });
  await expect.poll(() => refused.textContent()).toMatch(chinese);
  expect(await refused.textContent()).not.toContain('--encoding');

  await page.getByRole('combobox', { name: '语言' }).selectOption('en');
  await expect.poll(() => refused.textContent()).toMatch(/set encoding: \w+/);
  expect(await refused.textContent()).not.toMatch(chinese);
  await page.close();
});
