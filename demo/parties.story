# Everybody of the demo: offices' people, enterprises, universities and institutes, experts. All are made up; credit codes only have good check digits.

admin person_add 于 大足区科学技术局
  · name = 周琪
  · login = zhouqi
  · role = bureau
  · post = 科技成果科科长

admin person_add 于 大足区科学技术局
  · name = 冉红
  · login = ranhong
  · role = bureau
  · post = 副局长

admin person_add 于 大足区科学技术局
  · name = 王敏
  · login = wangmin
  · role = bureau
  · post = 规划与监督科科长

admin person_add 于 大足区科学技术局
  · name = 卢静
  · login = lujing
  · role = bureau
  · post = 政策法规科科长

admin person_add 于 大足区经济信息委
  · name = 吴敏
  · login = wumin
  · role = eic
  · post = 技术创新科科长

admin person_add 于 大足区人民政府
  · name = 郑立
  · login = zhengli
  · role = government
  · post = 办公室秘书科

admin person_add 于 大足区人民政府
  · name = 何平
  · login = heping
  · role = government
  · post = 办公室副主任

admin person_add 于 大足区财政局
  · name = 钱进
  · login = qianjin
  · role = finance
  · post = 教科文科科长

admin person_add 于 大足区财政局
  · name = 孙会
  · login = sunhui
  · role = finance
  · post = 国库科科长

公众 org_register
  · name = 重庆锶新材料有限公司
  · credit_code = 91500111000200010E
  · kind = enterprise
  · region = 500111
  · address = 重庆锶新材料有限公司注册地址（演示）
  · legal_person = 李建国
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆锶新材料有限公司证照.txt
  · contact = 李建国
  · phone_secret = 13800000001
  · email_secret = lijianguo@example.org
  · login = lijianguo
周琪 org_verify 于 重庆锶新材料有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆龙水五金制造有限公司
  · credit_code = 91500111000200029B
  · kind = enterprise
  · region = 500111
  · address = 重庆龙水五金制造有限公司注册地址（演示）
  · legal_person = 唐小龙
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆龙水五金制造有限公司证照.txt
  · contact = 唐小龙
  · phone_secret = 13800000002
  · email_secret = tangxl@example.org
  · login = tangxl
周琪 org_verify 于 重庆龙水五金制造有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆双桥专用车有限公司
  · credit_code = 915001110002000376
  · kind = enterprise
  · region = 500111
  · address = 重庆双桥专用车有限公司注册地址（演示）
  · legal_person = 何双
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆双桥专用车有限公司证照.txt
  · contact = 何双
  · phone_secret = 13800000003
  · email_secret = heshuang@example.org
  · login = heshuang
周琪 org_verify 于 重庆双桥专用车有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆宝顶光电科技有限公司
  · credit_code = 915001110002000451
  · kind = enterprise
  · region = 500111
  · address = 重庆宝顶光电科技有限公司注册地址（演示）
  · legal_person = 罗明
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆宝顶光电科技有限公司证照.txt
  · contact = 罗明
  · phone_secret = 13800000004
  · email_secret = luoming@example.org
  · login = luoming
周琪 org_verify 于 重庆宝顶光电科技有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆昌州再生资源有限公司
  · credit_code = 91500111000200053U
  · kind = enterprise
  · region = 500111
  · address = 重庆昌州再生资源有限公司注册地址（演示）
  · legal_person = 蒋慧
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆昌州再生资源有限公司证照.txt
  · contact = 蒋慧
  · phone_secret = 13800000005
  · email_secret = jianghui@example.org
  · login = jianghui
周琪 org_verify 于 重庆昌州再生资源有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆海棠电子有限公司
  · credit_code = 91500111000200061N
  · kind = enterprise
  · region = 500111
  · address = 重庆海棠电子有限公司注册地址（演示）
  · legal_person = 陈海
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆海棠电子有限公司证照.txt
  · contact = 陈海
  · phone_secret = 13800000006
  · email_secret = chenhai@example.org
  · login = chenhai
周琪 org_verify 于 重庆海棠电子有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆濑溪储能科技有限公司
  · credit_code = 9150011100020007XE
  · kind = enterprise
  · region = 500111
  · address = 重庆濑溪储能科技有限公司注册地址（演示）
  · legal_person = 袁溪
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆濑溪储能科技有限公司证照.txt
  · contact = 袁溪
  · phone_secret = 13800000007
  · email_secret = yuanxi@example.org
  · login = yuanxi
周琪 org_verify 于 重庆濑溪储能科技有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆北山机器人有限公司
  · credit_code = 91500111000200088E
  · kind = enterprise
  · region = 500111
  · address = 重庆北山机器人有限公司注册地址（演示）
  · legal_person = 杜川
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆北山机器人有限公司证照.txt
  · contact = 杜川
  · phone_secret = 13800000008
  · email_secret = duchuan@example.org
  · login = duchuan
周琪 org_verify 于 重庆北山机器人有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆石刻医药有限公司
  · credit_code = 915001110002000969
  · kind = enterprise
  · region = 500111
  · address = 重庆石刻医药有限公司注册地址（演示）
  · legal_person = 秦石
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆石刻医药有限公司证照.txt
  · contact = 秦石
  · phone_secret = 13800000009
  · email_secret = qinshi@example.org
  · login = qinshi
周琪 org_verify 于 重庆石刻医药有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆棠香食品有限公司
  · credit_code = 91500111000200109Y
  · kind = enterprise
  · region = 500111
  · address = 重庆棠香食品有限公司注册地址（演示）
  · legal_person = 黄香
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆棠香食品有限公司证照.txt
  · contact = 黄香
  · phone_secret = 13800000010
  · email_secret = huangxiang@example.org
  · login = huangxiang
周琪 org_verify 于 重庆棠香食品有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆龙岗航空装备有限公司
  · credit_code = 91500111000200117R
  · kind = enterprise
  · region = 500111
  · address = 重庆龙岗航空装备有限公司注册地址（演示）
  · legal_person = 龙岗
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 重庆龙岗航空装备有限公司证照.txt
  · contact = 龙岗
  · phone_secret = 13800000011
  · email_secret = longgang@example.org
  · login = longgang
周琪 org_verify 于 重庆龙岗航空装备有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 重庆南山检测服务有限公司
  · credit_code = 91500111000200475T
  · kind = enterprise
  · region = 500111
  · address = 重庆南山检测服务有限公司注册地址（演示）
  · legal_person = 罗检
  · profile = 演示用的虚构单位，从事检测服务。
  · licence = 重庆南山检测服务有限公司证照.txt
  · contact = 罗检
  · phone_secret = 13800000047
  · email_secret = luojian@example.org
  · login = luojian
周琪 org_verify 于 重庆南山检测服务有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 1

公众 org_register
  · name = 渝西理工大学
  · credit_code = 12500106000200416M
  · kind = university
  · region = 500106
  · address = 渝西理工大学注册地址（演示）
  · legal_person = 孙教
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 渝西理工大学证照.txt
  · contact = 孙教
  · phone_secret = 13800000041
  · email_secret = sunjiao@example.org
  · login = sunjiao
周琪 org_verify 于 渝西理工大学
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 否

公众 org_register
  · name = 巴蜀科技大学
  · credit_code = 12500106000200424G
  · kind = university
  · region = 500106
  · address = 巴蜀科技大学注册地址（演示）
  · legal_person = 许文
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 巴蜀科技大学证照.txt
  · contact = 许文
  · phone_secret = 13800000042
  · email_secret = xuwen@example.org
  · login = xuwen
周琪 org_verify 于 巴蜀科技大学
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 否

公众 org_register
  · name = 西南新材料研究院
  · credit_code = 12500106000200432B
  · kind = institute
  · region = 500106
  · address = 西南新材料研究院注册地址（演示）
  · legal_person = 马原
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 西南新材料研究院证照.txt
  · contact = 马原
  · phone_secret = 13800000043
  · email_secret = mayuan@example.org
  · login = mayuan
周琪 org_verify 于 西南新材料研究院
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 否

公众 org_register
  · name = 长江中试技术研究所
  · credit_code = 125001060002004406
  · kind = institute
  · region = 500106
  · address = 长江中试技术研究所注册地址（演示）
  · legal_person = 冯江
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 长江中试技术研究所证照.txt
  · contact = 冯江
  · phone_secret = 13800000044
  · email_secret = fengjiang@example.org
  · login = fengjiang
周琪 org_verify 于 长江中试技术研究所
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 否

公众 org_register
  · name = 东海先进制造有限公司
  · credit_code = 91330106000200459W
  · kind = enterprise
  · region = 330106
  · address = 东海先进制造有限公司注册地址（演示）
  · legal_person = 郭海
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 东海先进制造有限公司证照.txt
  · contact = 郭海
  · phone_secret = 13800000045
  · email_secret = guohai@example.org
  · login = guohai
周琪 org_verify 于 东海先进制造有限公司
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 否

公众 org_register
  · name = 中部智能装备研究院
  · credit_code = 12330106000200467W
  · kind = institute
  · region = 330106
  · address = 中部智能装备研究院注册地址（演示）
  · legal_person = 谢中
  · profile = 演示用的虚构单位，从事相关领域的研究、开发与生产。
  · licence = 中部智能装备研究院证照.txt
  · contact = 谢中
  · phone_secret = 13800000046
  · email_secret = xiezhong@example.org
  · login = xiezhong
周琪 org_verify 于 中部智能装备研究院
  · result = verified
  · source = 公示系统查询（演示）
  · key_industry = 否

周琪 expert_add
  · name = 张一鸣
  · login = zhangym
  · category = management
  · fields = vehicle,hardware,recycling
  · employer = 重庆市经济技术主管部门（演示）
  · employer_code = 12500103000300003U
  · post = 高级工程师
  · phone_secret = 13900000000
  · email_secret = zhangym@example.org

周琪 expert_add
  · name = 李二白
  · login = lieb
  · category = management
  · fields = strontium,optics,chip
  · employer = 成渝科技创新服务中心（演示）
  · employer_code = 12500103000300011N
  · post = 高级工程师
  · phone_secret = 13900000001
  · email_secret = lieb@example.org

周琪 expert_add
  · name = 王三川
  · login = wangsc
  · category = frontline
  · fields = hardware,vehicle,robot
  · employer = 渝州重型机械集团（演示）
  · employer_code = 1250010300030002XE
  · post = 高级工程师
  · phone_secret = 13900000002
  · email_secret = wangsc@example.org

周琪 expert_add
  · name = 赵四海
  · login = zhaosh
  · category = frontline
  · fields = optics,chip
  · employer = 嘉陵光学仪器公司（演示）
  · employer_code = 12500103000300038E
  · post = 高级工程师
  · phone_secret = 13900000003
  · email_secret = zhaosh@example.org

周琪 expert_add
  · name = 钱五岳
  · login = qianwy
  · category = frontline
  · fields = energy,recycling
  · employer = 三峡新能源工程公司（演示）
  · employer_code = 125001030003000469
  · post = 高级工程师
  · phone_secret = 13900000004
  · email_secret = qianwy@example.org

周琪 expert_add
  · name = 孙六艺
  · login = sunly
  · category = peer
  · fields = strontium,medicine
  · employer = 华岩理工大学（演示）
  · employer_code = 125001030003000544
  · post = 高级工程师
  · phone_secret = 13900000005
  · email_secret = sunly@example.org

周琪 expert_add
  · name = 周七星
  · login = zhouqx
  · category = peer
  · fields = strontium,hardware,energy
  · employer = 歌乐山材料研究所（演示）
  · employer_code = 12500103000300062Y
  · post = 高级工程师
  · phone_secret = 13900000006
  · email_secret = zhouqx@example.org

周琪 expert_add
  · name = 吴八方
  · login = wubf
  · category = peer
  · fields = robot,drone,vehicle
  · employer = 缙云自动化研究院（演示）
  · employer_code = 12500103000300070R
  · post = 高级工程师
  · phone_secret = 13900000007
  · email_secret = wubf@example.org

周琪 expert_add
  · name = 郑九思
  · login = zhengjs
  · category = peer
  · fields = medicine,food
  · employer = 金佛药物化学研究所（演示）
  · employer_code = 12500103000300089N
  · post = 高级工程师
  · phone_secret = 13900000008
  · email_secret = zhengjs@example.org

周琪 expert_add
  · name = 冯十全
  · login = fengsq
  · category = management
  · fields = energy,drone,food
  · employer = 重庆市科技评估机构（演示）
  · employer_code = 12500103000300097H
  · post = 高级工程师
  · phone_secret = 13900000009
  · email_secret = fengsq@example.org

周琪 expert_add
  · name = 陈百川
  · login = chenbc
  · category = frontline
  · fields = food,medicine
  · employer = 南川食品工业公司（演示）
  · employer_code = 1250010300030010X2
  · post = 高级工程师
  · phone_secret = 13900000010
  · email_secret = chenbc@example.org

周琪 expert_add
  · name = 褚千里
  · login = chuql
  · category = peer
  · fields = optics,chip,drone
  · employer = 武陵光电实验室（演示）
  · employer_code = 125001030003001182
  · post = 高级工程师
  · phone_secret = 13900000011
  · email_secret = chuql@example.org

admin person_add 于 第三方审计机构
  · name = 严实
  · login = yanshi
  · role = audit
  · post = 项目经理

admin person_add 于 园区公司
  · name = 安园
  · login = anyuan
  · role = park
  · post = 企业服务部经理

admin person_add 于 大足区科学技术局
  · name = 邓安全
  · login = denganquan
  · role = admin_sec
  · post = 安全管理员

admin person_add 于 大足区科学技术局
  · name = 申日志
  · login = shenrizhi
  · role = admin_audit
  · post = 审计管理员
