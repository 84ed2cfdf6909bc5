// Where a project or KPI stands in its plan: 1b 戦略産業の育成（経済成長のけん引に係る取組）、再掲：….
import type { Listing } from '../../data/schemas/project.ts';
import type { Subject } from '../../facts/cell.ts';
import type { Member } from '../run/result/scope.ts';
import type { SayContext } from './said.ts';

/** VII-2-(3)-② 都市イメージの向上 */
export function policyName({ code, name }: { code?: string | null; name: string }): string {
  return `${code ?? ''} ${name}`.trim();
}

/** Every place of the member with what stands above it; repeated ones are marked. */
export function pathsText(member: Member, context: SayContext): string {
  const { listings } = member.subject as Subject & { listings?: readonly Listing[] };
  if (!listings) {
    const ids = context.facts.related.of(member.kind, member.subject.id, 'policy') ?? [];
    return ids.map((id) => pathText(id, context)).join('、');
  }
  const texts = listings.map(({ policy, directions, repeated }) => {
    const others = directions.map((id) => pathText(id, context));
    return `${pathText(policy, context)}${repeated ? '【再掲】' : ''}${others.length > 0 ? `（${others.join('、')}）` : ''}`;
  });
  return [...new Set(texts)].join('、');
}

/** 経済成長のけん引に係る取組 ＞ 1b 戦略産業の育成 */
function pathText(policy: string, { repository }: SayContext): string {
  return repository.policyPath(policy).map(policyName).join(' ＞ ');
}
