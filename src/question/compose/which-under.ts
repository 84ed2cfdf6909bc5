// 「災害対策はどんな事業？」: of a part of a plan it is asked which projects stand there.
import type { Frame, Item } from './frame.ts';

/** Makes a list of what asks for the content of a project. */
export function whichUnder(frame: Frame): void {
  const part = frame.entities('policy').some(({ meaning }) => meaning.exact);
  if (!part || frame.entities('project', 'kpi').length > 0) return;
  for (const item of frame.attributes()) {
    if (!item.meaning.ids.includes('summary') || !/^どんな(?:事業|取組|取り組み|やつ)$/.test(item.text))
      continue;
    (item as Item).meaning = { is: 'kind', kind: 'project', level: null };
    frame.add({ is: 'intent', id: 'list' });
  }
}
