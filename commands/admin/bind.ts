/** 绑定: pairs a platform's conversation with a group of the directory, by its name and then by the code the bot gave. */
import { defineCommand } from '../../src/bot/command.ts';

export default defineCommand({
  id: 'admin.bind',
  summary: '把本群与通讯录里的工作群配对',
  examples: ['绑定 AB12CD', '绑定 创城督查工作群', '绑定部门群'],
  allow: ['admin', 'officeLead', 'officeStaff'],

  read(said) {
    if (said.act !== null) return undefined;
    const name = /^绑定\s*:?\s*([^\s,。!?吗]{2,30})$/.exec(said.text)?.[1];
    if (name === undefined) return undefined;
    return /^[A-Za-z0-9]{4,12}$/.test(name) ? { code: name.toUpperCase() } : { group: name };
  },
});
