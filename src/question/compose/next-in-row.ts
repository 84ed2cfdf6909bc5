// その次に大きい: the place behind one in a row that is ranked.

/** その次は, 次に高いのは: behind the one in the answer before. */
export const nextInRow = /(?:その)?次(?:に|は|の|って|[?]|$)|その下/;

/** …と、その次に小さい事業, …と2番目: behind the one that the sentence itself asks for. */
export const secondToo =
  /(?:と|や|、|及び|および)(?:、|その|それに)*(?:次(?:点|ぐ|いで|に[多少大小高低長短安伸増減良悪])|(?<=その)次(?:に|は|の(?!年)|も|って|[?？。]|$)|(?:2|二)(?:番目|位)(?!ま))/;
