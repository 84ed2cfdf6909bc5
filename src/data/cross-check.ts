// What a schema cannot see in seed files: ids that are unique, references that exist, paths that end, values that fit.
import { checkDeclared, checkValue } from './check-values.ts';
import type { SeedProblem } from './describe-issue.ts';
import type { AttributeValue } from './schemas/attribute.ts';
import type { Municipality } from './schemas/municipality.ts';
import type { PlanFile } from './schemas/plan.ts';
import type { Project } from './schemas/project.ts';
import type { Source } from './schemas/source.ts';
import { declaredAttribute } from './values.ts';

/** A plan file with its name in the folder. */
export interface NamedFile {
  name: string;
  file: PlanFile;
}

/** Checks the plans against each other, against the towns and against their own documents. */
export function crossCheck(files: readonly NamedFile[], towns: readonly Municipality[]): SeedProblem[] {
  const owners = new Map<string, string>();
  return files.flatMap(({ name, file }) => checkFile(name, file, towns, owners));
}

/** Names and codes of the towns stand once each. */
export function checkTowns(file: string, towns: readonly Municipality[]): SeedProblem[] {
  const problems: SeedProblem[] = [];
  towns.forEach((town, index) => {
    for (const field of ['code', 'name'] as const) {
      if (towns.findIndex((other) => other[field] === town[field]) < index)
        problems.push({
          file,
          record: `municipalities[${index}] ${town.name}`,
          field,
          expected: `a ${field} that stands once ("${town[field]}" is repeated)`,
        });
    }
  });
  return problems;
}

function checkFile(
  file: string,
  content: PlanFile,
  municipalities: readonly Municipality[],
  owners: Map<string, string>,
): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const known = knownIn(content, municipalities);
  const checking = { file, content, known, checker: checkersOf(file, content, known, { owners, problems }) };
  checkPlan(checking, municipalities);
  problems.push(...checkDeclared(file, content.plan));
  checkPolicies(checking);
  checkProjects(checking);
  checkKpis(checking);
  checkStatements(checking);
  return problems;
}

/** A file with what may be named in it. */
interface Checking {
  file: string;
  content: PlanFile;
  known: Known;
  checker: ReturnType<typeof checkersOf>;
}

type Known = ReturnType<typeof knownIn>;

/** Ids and names that references of the file may lead to. */
function knownIn({ plan, policies, projects, kpis }: PlanFile, municipalities: readonly Municipality[]) {
  return {
    towns: new Set(municipalities.map((town) => town.name)),
    policies: new Map(policies.map((policy) => [policy.id, policy])),
    projects: new Set(projects.map((project) => project.id)),
    kpis: new Set(kpis.map((kpi) => kpi.id)),
    documents: new Set(plan.documents.map((document) => document.number)),
    levels: new Set(plan.levels.map((level) => level.id)),
    kinds: new Set<string>(plan.amountKinds.map(({ kind }) => kind)),
  };
}

/** Gives each record its checker, which notes what is wrong with it. */
function checkersOf(
  file: string,
  { plan }: PlanFile,
  { documents }: Known,
  { owners, problems }: { owners: Map<string, string>; problems: SeedProblem[] },
) {
  return (record: string) => ({
    problem: (field: string, expected: string) => problems.push({ file, record, field, expected }),
    claim(id: string) {
      const owner = owners.get(id);
      if (owner !== undefined) this.problem('id', `an id of its own ("${id}" is taken by ${owner})`);
      else owners.set(id, `${file} › ${record}`);
    },
    known(set: { has(id: string): boolean }, id: string, field: string, what: string) {
      if (!set.has(id)) this.problem(field, `an existing ${what} ("${id}" is none)`);
    },
    source(source: Source | undefined, field: string) {
      if (source) this.known(documents, source.document, field, 'document number of the plan');
    },
    values(values: readonly AttributeValue[] | undefined, of: readonly string[], field: string) {
      values?.forEach((value, place) => {
        const attribute = declaredAttribute(plan, value.attribute);
        const at = `${field}[${place}]`;
        if (!attribute) {
          this.problem(`${at}.attribute`, `an attribute the plan declares ("${value.attribute}" is none)`);
          return;
        }
        if (!attribute.of.some((kind) => of.includes(kind)))
          this.problem(`${at}.attribute`, `an attribute of ${of} ("${attribute.id}" is of ${attribute.of})`);
        const wrong = checkValue(attribute, value);
        if (wrong) this.problem(`${at}.${wrong.field}`, wrong.expected);
        this.source(value.source, `${at}.source.document`);
      });
    },
    yearsOnce(years: readonly number[], field: string) {
      for (const year of new Set(years.filter((fy, index) => years.indexOf(fy) < index)))
        this.problem(field, `one entry a fiscal year (${year} is repeated)`);
    },
  });
}

function checkPlan(
  { file, content, known, checker }: Checking,
  municipalities: readonly Municipality[],
): void {
  const plan = checker('plan');
  plan.claim(content.plan.id);
  if (file !== `${content.plan.id}.json`)
    plan.problem('id', `the file's own name without .json (found "${content.plan.id}")`);
  if (content.plan.period.from > content.plan.period.to)
    plan.problem('period', 'a first year that is not after the last');
  const { area, leadMunicipality } = content.plan;
  if (leadMunicipality !== null)
    plan.known(known.towns, leadMunicipality, 'leadMunicipality', 'name in municipalities.json');
  if (area !== null && !municipalities.some((town) => town.area === area))
    plan.problem('area', `an area of municipalities.json ("${area}" is none)`);
}

function checkPolicies({ content, known: { policies, levels }, checker }: Checking): void {
  content.policies.forEach((policy, index) => {
    const check = checker(`policies[${index}] ${policy.name}`);
    check.claim(policy.id);
    if (policy.parent !== null) check.known(policies, policy.parent, 'parent', 'policy id');
    // A circle would make every walk up the path endless.
    const above = new Set<string>();
    for (let node = policies.get(policy.id); node; node = policies.get(node.parent ?? '')) {
      if (above.has(node.id)) {
        check.problem('parent', 'a path that ends at the top (it runs in a circle)');
        break;
      }
      above.add(node.id);
    }
    check.known(levels, policy.level, 'level', 'level of the plan');
    if (policy.pages && policy.pages.from > policy.pages.to)
      check.problem('pages', 'a first page that is not after the last');
    check.source(policy.source, 'source.document');
    check.values(policy.values, ['policy'], 'values');
  });
}

function checkProjects({ content, known: { policies, towns, kinds }, checker }: Checking): void {
  content.projects.forEach((project, index) => {
    const check = checker(`projects[${index}] ${project.name}`);
    check.claim(project.id);
    project.listings.forEach((listing, row) => {
      const field = `listings[${row}]`;
      check.known(policies, listing.policy, `${field}.policy`, 'policy id');
      for (const direction of listing.directions)
        check.known(policies, direction, `${field}.directions`, 'policy id');
      check.source(listing.source, `${field}.source.document`);
      check.values(listing.values, ['row'], `${field}.values`);
    });
    check.values(project.values, ['project'], 'values');
    for (const town of project.participants.towns)
      check.known(towns, town, 'participants.towns', 'name in municipalities.json');
    checkScope(check, project, content.plan.area);
    checkAmounts(check, project, kinds);
    for (const source of project.sources) check.source(source, 'sources');
  });
}

type Check = ReturnType<Checking['checker']>;

function checkScope(check: Check, { participants }: Project, area: string | null): void {
  const { scope, towns: joined } = participants;
  if ((scope === 'listed') !== joined.length > 0)
    check.problem(
      'participants.towns',
      `towns for scope listed, none for all (the area tells them) and unknown (scope ${scope})`,
    );
  if (scope === 'all' && area === null)
    check.problem('participants.scope', 'listed or unknown, as the plan names no area');
}

function checkAmounts(check: Check, project: Project, kinds: ReadonlySet<string>): void {
  project.amounts.forEach((amount, row) => {
    check.known(kinds, amount.kind, `amounts[${row}].kind`, 'kind of amount of the plan');
    check.source(amount.source, `amounts[${row}].source.document`);
  });
  // A year may have several supplements.
  for (const kind of kinds)
    if (kind !== 'supplement')
      check.yearsOnce(
        project.amounts.flatMap((amount) => (amount.kind === kind ? amount.fy : [])),
        'amounts',
      );
}

function checkKpis({ content, known: { policies, projects }, checker }: Checking): void {
  content.kpis.forEach((kpi, index) => {
    const check = checker(`kpis[${index}] ${kpi.name}`);
    check.claim(kpi.id);
    for (const project of kpi.projects) check.known(projects, project, 'projects', 'project id');
    if (kpi.policy !== null && kpi.policy !== content.plan.id)
      check.known(policies, kpi.policy, 'policy', 'policy id');
    if (kpi.projects.length === 0 && kpi.policy === null)
      check.problem('projects', 'a project or a policy that the KPI belongs to');
    for (const value of [kpi.baseline, ...kpi.targets, ...kpi.actuals])
      check.source(value?.source, 'source.document');
    check.values(kpi.values, ['kpi'], 'values');
    for (const field of ['actuals', 'achievements'] as const)
      check.yearsOnce(
        kpi[field].map((value) => value.fy),
        field,
      );
    for (const source of kpi.sources) check.source(source, 'sources');
  });
}

function checkStatements({ content, known: { policies, projects, kpis }, checker }: Checking): void {
  const plans = new Set([content.plan.id]);
  const subjects = { plan: plans, term: plans, policy: policies, project: projects, kpi: kpis };
  content.statements?.forEach(({ id, subject, source }, index) => {
    const check = checker(`statements[${index}] ${id}`);
    check.claim(id);
    const what = subject.kind === 'term' ? "id of the term's plan" : `${subject.kind} id`;
    check.known(subjects[subject.kind], subject.id, 'subject.id', what);
    check.source(source, 'source.document');
  });
}
