/** §6: manhole, hanging wire, blocked fire lane. Of several words in one entry all must occur. */
export const DANGER_WORDS = [
  '井盖 缺失',
  '井盖 丢失',
  '井盖 没了',
  '没有井盖',
  '井盖 破损',
  '井盖 塌陷',
  '电线 垂落',
  '电线 掉落',
  '电线 裸露',
  '线缆 垂落',
  '漏电',
  '路面 塌陷',
  '围墙 倾斜',
  '高空坠物',
  '消防通道 堵',
];
