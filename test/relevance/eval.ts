// `npm run eval [-- FILE] [--verbose]`: prints the measures per class over the judged queries; --save keeps them as the level to hold.
import { readFileSync, writeFileSync } from 'node:fs';
import { openSearch } from '../support/open-search.ts';
import { judge, perClass, readJudged } from './measure.ts';

const args = process.argv.slice(2);
const given = args.find((arg) => !arg.startsWith('--'));
const level = new URL('measures.json', import.meta.url);

const { index, repository } = await openSearch();
const outcomes = readJudged(given ?? new URL('queries.jsonl', import.meta.url)).map((judged) =>
  judge(index, repository, judged),
);
if (args.includes('--verbose')) {
  for (const outcome of outcomes.filter((each) => each.ndcg < 0.97)) {
    console.log(
      `\n${outcome.ndcg.toFixed(3)} ${outcome.id} ${outcome.class} ${outcome.query} [${outcome.terms.join(' ')}] ${JSON.stringify(outcome.readAs)} ${outcome.hits} hits`,
    );
    for (const { key, grade } of outcome.found.slice(0, 10)) console.log(`   ${grade} ${key}`);
    for (const missed of outcome.missed) console.log(`   missed ${missed}`);
  }
}
const rows = perClass(outcomes);
console.table(rows);
if (args.includes('--save')) writeFileSync(level, `${JSON.stringify(rows, null, 2)}\n`);
else if (given === undefined) {
  const kept = JSON.parse(readFileSync(level, 'utf8')) as typeof rows;
  for (const [name, measures] of Object.entries(kept)) {
    const now = rows[name]?.ndcg ?? 0;
    if (now < measures.ndcg - 0.02) {
      console.error(`nDCG@10 of ${name} fell from ${measures.ndcg} to ${now}`);
      process.exitCode = 1;
    }
  }
}
