// いくつかのかたまりに分けて「パッケージ」と呼んでいる: words for any parts of a plan, whatever it calls them.

/** What any parts of a plan are called. */
export const lumps = /^(?:ひと)?(?:かたまり|固まり|まとまり|くくり|グループ)$/;
