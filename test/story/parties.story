故事 单位登记并核验，专家入库   5.1.1 8.4.c
照常 fixtures/parties.story
