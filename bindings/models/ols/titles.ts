import type { Titles } from '../traits.js';

export const olsTitles: Titles = [
  ['Ordinary least squares', 'ols'],
  ['Weighted least squares', 'wls'],
  ['Least squares, frequency weights', 'ols'],
];
