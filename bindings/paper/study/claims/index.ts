export type {
  Claim,
  ClaimInput,
  ClaimKeys,
  ClaimRelation,
  ClaimStatement,
  CoefficientStatement,
  DifferenceStatement,
  NamedPlace,
} from './claim.js';
export { type Judgement, type JudgeOptions, judgeClaims } from './judge.js';
export { parseClaim } from './parse/parse.js';
export type { JudgedStudy } from './named-columns.js';
