// 合計と平均の両方: one set, added up and averaged.

/** 合計と平均, 平均額及び総額の両方. */
export function wantsBoth(text: string): boolean {
  const both =
    /(合計|総額|合算|トータル|平均)[^。]{0,6}?(?:と|及び|および|ならびに|並びに|&|・)[^。]{0,12}?(合計|総額|合算|トータル|平均)/.exec(
      text,
    );
  return both !== null && (both[1] === '平均') !== (both[2] === '平均');
}
