/** What codes mean and are called in languages other than English. Written by npm run build:schemas; do not edit. */
import { explanations as zh, names as zhNames } from '../zh/explanations/index.js';

export const explained = { zh: { explanations: zh, names: zhNames } };
