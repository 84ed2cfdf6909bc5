// Every form a question may hold; order settles nothing, weight and length do.
import type { Parser } from '../finding.ts';
import { parseBearers } from './bearer.ts';
import { parseChanges } from './change.ts';
import { parseComparisons } from './comparison.ts';
import { parseDepartments } from './department.ts';
import { parseEvaluations } from './evaluation.ts';
import { parseFacets } from './facet.ts';
import { parseFiscalYears } from './fiscal-year.ts';
import { parseGroups } from './group.ts';
import { parseKinds } from './kind.ts';
import { parseKpiKinds } from './kpi-kind.ts';
import { parseListingMarks } from './listing-mark.ts';
import { parseNames } from './name.ts';
import { parseOperations } from './operation.ts';
import { parsePlans } from './plan.ts';
import { parsePolicies } from './policy.ts';
import { parseSdgs } from './sdg.ts';
import { parseSpecials } from './special.ts';
import { parseTowns } from './town.ts';

export const parsers: readonly Parser[] = [
  parseNames,
  parseSpecials,
  parsePolicies,
  parseFiscalYears,
  parseTowns,
  parseDepartments,
  parsePlans,
  parseSdgs,
  parseEvaluations,
  parseChanges,
  parseBearers,
  parseComparisons,
  parseOperations,
  parseListingMarks,
  parseGroups,
  parseKpiKinds,
  parseFacets,
  parseKinds,
];
