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
export { claimText } from './claim-text.js';
export { type Judgement, type JudgeOptions, judgeClaims } from './judge.js';
export { parseClaim, parseClaims } from './parse/parse.js';
export type { JudgedStudy } from './named-columns.js';
