/** Lengths of periods in Chinese. */
import type { FrequencyName } from '../text/frequencies.js';

export const frequencies: Readonly<Record<FrequencyName, string>> = {
  day: '日',
  week: '周',
  month: '月',
  quarter: '季',
  half: '半年',
  year: '年',
  time: '时刻',
};
