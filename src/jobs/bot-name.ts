/** Who stands in the record for what the clock did (domain/issue.ts). */
export const BOT_NAME = '督办机器人';
