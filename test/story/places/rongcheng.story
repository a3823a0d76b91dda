故事 荣成：需求四个方面打分，专家名单和得分随公示公布   rc.1 rc.2
政策 rongcheng
照常 main.story 到 closed.struck
应在 closed.struck
