$demander acceptance_conclude
  · result = $result
  · indicators.1.actual = 查验达到
  · indicators.1.met = met
  · indicators.2.actual = 查验达到
  · indicators.2.met = met
  · indicators.3.actual = $third
  · indicators.3.met = $met
  · opinion = $opinion
