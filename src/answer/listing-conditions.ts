// Whether one row of a document fulfils a condition.
import type { Repository } from '../data/repository.ts';
import type { Listing } from '../data/schemas/project.ts';
import type { Condition } from '../question/question.ts';

/** Conditions that must meet in one and the same row of the document. */
const ofListing: Condition['on'][] = [
  'policy',
  'sdg',
  'evaluation',
  'budgetChange',
  'outcome',
  'repeated',
  'row',
];

/** True for conditions on what a row prints. */
export function isOfListing(condition: Condition): boolean {
  if (condition.on === 'not') return isOfListing(condition.that);
  if (condition.on === 'any') return condition.of.every(isOfListing);
  return ofListing.includes(condition.on);
}

/** A test for the rows of projects; other conditions hold for every row. */
export function listingTest(repository: Repository): (listing: Listing, condition: Condition) => boolean {
  return listingFulfils;

  function listingFulfils(listing: Listing, condition: Condition): boolean {
    switch (condition.on) {
      case 'policy':
        return [listing.policy, ...listing.directions].some((own) =>
          repository.policyPath(own).some((node) => condition.policies.includes(node.id)),
        );
      case 'sdg':
        return listing.sdgs.includes(condition.goal);
      case 'evaluation':
        return (
          (condition.of === 'policy' ? listing.policyEvaluation : listing.evaluation)?.word === condition.word
        );
      case 'budgetChange':
        return listing.budgetChange === condition.word;
      case 'outcome':
        return listing.outcomeDirection === condition.word;
      case 'repeated':
        return listing.repeated;
      case 'any':
        return condition.of.some((one) => listingFulfils(listing, one));
      case 'not':
        return printedIn(listing, condition.that) && !listingFulfils(listing, condition.that);
      case 'row':
        return listing.source.place === `No. ${condition.number}`;
      default:
        return true;
    }
  }
}

/** Whether the row has a cell for what it shall not be. */
function printedIn(listing: Listing, { on }: Condition): boolean {
  if (on === 'evaluation') return listing.evaluation !== null;
  if (on === 'budgetChange') return listing.budgetChange !== null;
  if (on === 'outcome') return listing.outcomeDirection !== null;
  return on !== 'sdg' || listing.sdgs.length > 0;
}
