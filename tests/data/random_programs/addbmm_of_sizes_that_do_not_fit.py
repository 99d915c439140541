import torch
def t(*s,**k):
    try: print(torch.addbmm(torch.zeros(s[0]),torch.ones(s[1]),torch.ones(s[2])).shape)
    except Exception as e: print('addbmm',s,e)
    try: print(torch.baddbmm(torch.zeros(s[0]),torch.ones(s[1]),torch.ones(s[2])).shape)
    except Exception as e: print('baddbmm',s,e)
    try: print(torch.bmm(torch.ones(s[1]),torch.ones(s[2])).shape)
    except Exception as e: print('bmm',s,e)
t((1,),(2,1,3),(2,1,3)); t((1,),(2,1,3),(2,3,1)); t((1,),(2,1,3),(1,3,1)); t((1,),(2,3),(1,3,1)); t((1,),(2,1,3),(3,1)); t((5,),(2,1,3),(2,3,1)); t((1,1),(2,1,3),(2,3,2)); t((2,1,2),(2,1,3),(2,3,2)); t((),(2,1,3),(2,1,3)); t((1,1,1),(2,1,3),(2,1,3)); t((1,1,1,1),(2,1,3),(2,3,3)); t((3,3),(2,3,3),(2,1,3))
